package dev.spendlight.cache;

import dev.spendlight.account.AccountId;
import java.time.LocalDate;
import java.util.Optional;

/// A cache of this process before one that processes share.
///
/// An account that another process forgets stays in this one's near cache for as long as that keeps
/// things: give it a short time.
///
/// @param near fast, and this process's own
/// @param far shared, and possibly out of reach
public record TieredAnalysisCache(AnalysisCache near, AnalysisCache far) implements AnalysisCache {

  /// From the near one when it is as good as it gets; another process may have made a better one.
  @Override
  public Optional<CachedAnswer> find(AnswerKey key) {
    Optional<CachedAnswer> known = near.find(key);
    if (known.isPresent() && known.get().again().isEmpty()) {
      return known;
    }
    return newer(known, far.find(key));
  }

  @Override
  public Optional<CachedAnswer> latest(AccountId account, Optional<LocalDate> asked) {
    return newer(near.latest(account, asked), far.latest(account, asked));
  }

  @Override
  public void keep(CachedAnswer answer) {
    near.keep(answer);
    far.keep(answer);
  }

  @Override
  public void forget(AccountId account) {
    near.forget(account);
    far.forget(account);
  }

  /// The far one's, unless it missed what the near one kept; what is new here is kept near.
  private Optional<CachedAnswer> newer(Optional<CachedAnswer> here, Optional<CachedAnswer> there) {
    if (there.isEmpty() || here.filter(known -> known.isNewerThan(there.get())).isPresent()) {
      return here;
    }
    if (!here.equals(there)) {
      near.keep(there.get());
    }
    return there;
  }
}
