"""Many documents at once: the same reading over partitions of files, on this machine or on a Ray cluster.

inputs.py    which files there are, wherever Daft reads them
staging.py   one file → documents in chunks, with their fingerprints
copies.py    which documents of all chunks are copies (Daft)
reading.py   one chunk → records by month
running.py   tasks on processes of this machine or on Ray; one that dies is run again
job.py       these in order; what is finished is skipped
layout.py    where what lies in the folder that is written
schema.py    records as typed columns, and back
loading.py   what was written, into a case"""
