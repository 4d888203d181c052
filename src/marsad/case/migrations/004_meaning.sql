-- What sentences mean as vectors, for search by meaning. Licence: Apache-2.0.
CREATE TABLE meaning (
  doc INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  model TEXT NOT NULL,
  data BLOB NOT NULL
) STRICT;
