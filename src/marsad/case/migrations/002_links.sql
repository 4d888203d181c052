-- Links between the events of different documents. Licence: Apache-2.0.

-- Which events of different documents are one: all with one `grp`. Written by marsad.analyse.links; what is read or
-- corrected afterwards has none until the case is linked again (setting `linked` holds the state that was linked).
CREATE TABLE link (
  item INTEGER PRIMARY KEY REFERENCES item ON DELETE CASCADE,
  grp TEXT NOT NULL,
  main INTEGER NOT NULL,                -- 1 where it is what the document is about
  likeness REAL                         -- to the group's others on average; NULL where it stands alone
) STRICT;
CREATE INDEX link_group ON link (grp);
