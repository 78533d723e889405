-- What the database was built from. One row: a fingerprint of shards, parts and options.
select fingerprint from built_from;
