"""``python -m armstrade``: the command, where its script is not on the path."""

import sys

from armstrade.cli import main

if __name__ == "__main__":
    sys.exit(main())
