-- The database says what it was built from. One row: a fingerprint of shards, parts and options.
insert into built_from values ($built_from);
