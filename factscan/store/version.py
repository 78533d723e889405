"""The version of a run's tables: apart from their schemas, so that opening a run needs no pyarrow."""

SCHEMA_VERSION = 3
