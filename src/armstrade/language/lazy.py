"""Attributes that are computed when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class lazy(Generic[T]):
    """Like `functools.cached_property`, which takes a lock for each value before Python 3.12.

    A reading has hundreds of such attributes, and is read by one thread.

    Examples
    --------
    >>> class Sentence:
    ...     @lazy
    ...     def words(self) -> list[str]:
    ...         print("once")
    ...         return ["Bern", "declined"]
    >>> sentence = Sentence()
    >>> len(sentence.words) + len(sentence.words)
    once
    4
    """

    def __init__(self, function: Callable[[Any], T]) -> None:
        self._function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> Self | T:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._function(instance)
        return value
