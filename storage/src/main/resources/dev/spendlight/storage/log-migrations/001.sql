-- One prompt and what came of it, without its texts. Ids are in the order of time.
CREATE TABLE exchange (
  id               VARCHAR NOT NULL,
  asked_at         BIGINT NOT NULL,    -- milliseconds since 1970
  day              DATE NOT NULL,      -- of `asked_at`, in UTC
  account          VARCHAR NOT NULL,
  as_of            DATE NOT NULL,
  data_fingerprint VARCHAR NOT NULL,
  model            VARCHAR NOT NULL,
  request_hash     VARCHAR NOT NULL,
  prompt_version   VARCHAR NOT NULL,
  schema_version   VARCHAR NOT NULL,
  round            VARCHAR NOT NULL,
  reply            VARCHAR NOT NULL,
  reused           BOOLEAN NOT NULL,
  verdict          VARCHAR NOT NULL,
  attempts         VARCHAR NOT NULL,   -- JSON
  attempt_count    BIGINT NOT NULL,
  input            BIGINT NOT NULL,    -- tokens of all attempts, five kinds that do not overlap
  cache_write_5m   BIGINT NOT NULL,
  cache_write_1h   BIGINT NOT NULL,
  cache_read       BIGINT NOT NULL,
  output           BIGINT NOT NULL,
  cost             BIGINT,             -- nano-dollars; null when the price is unknown
  saved            BIGINT,
  own_ns           BIGINT NOT NULL,
  model_ns         BIGINT NOT NULL
);

-- The words of some of them, as JSON.
CREATE TABLE texts (
  exchange   VARCHAR NOT NULL,
  asked_at   BIGINT NOT NULL,
  request    VARCHAR NOT NULL,
  reply      VARCHAR NOT NULL,
  violations VARCHAR NOT NULL,
  bytes      BIGINT NOT NULL
);
