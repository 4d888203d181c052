"""`python -m benchmarks`: the table of the pipeline's speed."""

from benchmarks.pipeline import main

main()
