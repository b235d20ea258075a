"""python -m hjemmebesok: the terminal."""

from hjemmebesok.cli import main

if __name__ == "__main__":
    main()
