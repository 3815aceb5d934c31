package dev.spendlight.redis;

/// What is done to the money of a day in one step.
///
/// A day is a hash: `service` and `account:ID` are what is settled and set aside together, and
/// `call:ID` what one call has set aside, a space, and its account. Amounts are integers that a
/// double holds exactly, which is all that Lua has.
final class BudgetScripts {
  /// Keys: today, yesterday. Arguments: call, account, most, the limits of account and service or
  /// nothing. Returns `held`, `account` or `service` for what lacks, or `absent` when today's sums
  /// are not there.
  static final String RESERVE =
      """
      local function held(key)
        local value = redis.call('HGET', key, 'call:' .. ARGV[1])
        return value and tonumber(string.match(value, '^%d+'))
      end
      local key = KEYS[2]
      local before = held(key)
      if not before then
        key = KEYS[1]
        if redis.call('HEXISTS', key, 'service') == 0 then
          return 'absent'
        end
        before = held(key) or 0
      end
      local more = tonumber(ARGV[3]) - before
      if more <= 0 then
        return 'held'
      end
      local account = 'account:' .. ARGV[2]
      local function lacks(field, limit)
        local used = tonumber(redis.call('HGET', key, field) or '0')
        return limit ~= '' and tonumber(limit) - used < more
      end
      if lacks(account, ARGV[4]) then
        return 'account'
      end
      if lacks('service', ARGV[5]) then
        return 'service'
      end
      local change = string.format('%.0f', more)
      redis.call('HINCRBY', key, account, change)
      redis.call('HINCRBY', key, 'service', change)
      redis.call('HSET', key, 'call:' .. ARGV[1], ARGV[3] .. ' ' .. ARGV[2])
      return 'held'
      """;

  /// Keys: days. Arguments: call, bill.
  static final String SETTLE =
      """
      for _, key in ipairs(KEYS) do
        local value = redis.call('HGET', key, 'call:' .. ARGV[1])
        if value then
          local most, account = string.match(value, '^(%d+) (.*)$')
          local change = string.format('%.0f', tonumber(ARGV[2]) - tonumber(most))
          redis.call('HINCRBY', key, 'account:' .. account, change)
          redis.call('HINCRBY', key, 'service', change)
          redis.call('HDEL', key, 'call:' .. ARGV[1])
        end
      end
      return ''
      """;

  /// Key: a day. Arguments: its time to live in seconds, then fields and values. Changes nothing
  /// when the day is there.
  static final String CREATE =
      """
      if redis.call('HEXISTS', KEYS[1], 'service') == 0 then
        for i = 2, #ARGV, 2 do
          redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
        end
        redis.call('EXPIRE', KEYS[1], ARGV[1])
      end
      return ''
      """;

  private BudgetScripts() {}
}
