"""A benchmark as a page to read: `bench_page`."""

from .page import bench_page

__all__ = ["bench_page"]
