-- A row is a band of a document's minhash: documents with equal keys agree in one band.
create temp table near_bands as
select hash(band, minhash[band * $bytes + 1 : (band + 1) * $bytes]) as key, doc_no
from (select doc_no, minhash, unnest(range($bands)) as band from near_signed($files, $shards));
