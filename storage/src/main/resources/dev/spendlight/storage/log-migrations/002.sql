-- What attempts that told no bill may have cost at most, on top of `cost`, in nano-dollars. Where older rows have any, it is
-- within their `cost`.
ALTER TABLE exchange ADD COLUMN unbilled BIGINT DEFAULT 0;
