"""`python -m marsad` is the command `marsad`."""

from marsad.cli.main import main

if __name__ == "__main__":
    main(prog_name="marsad")
