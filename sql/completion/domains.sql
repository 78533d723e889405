-- The domains of a run, for a shell that completes one.
-- One row: a domain.
select distinct domain from documents where domain is not null order by domain;
