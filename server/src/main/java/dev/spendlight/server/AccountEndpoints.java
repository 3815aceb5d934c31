package dev.spendlight.server;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.document.AccountDocument;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.PerformanceStore;
import io.helidon.http.Status;
import java.util.List;
import java.util.function.Consumer;

/// Accounts and their settings.
final class AccountEndpoints {
  private static final String PATH = "/v1/accounts/{id}";
  private static final int MOST_BYTES = 64 << 10;

  private final PerformanceStore store;
  private final Consumer<AccountId> changed;
  private final Consumer<AccountId> forget;
  private final Work storeWork;

  /// @param changed told when anything of an account changed
  /// @param forget told when an account was deleted
  AccountEndpoints(
      PerformanceStore store,
      Consumer<AccountId> changed,
      Consumer<AccountId> forget,
      Work storeWork) {
    this.store = store;
    this.changed = changed;
    this.forget = forget;
    this.storeWork = storeWork;
  }

  List<Route> routes(ServerOptions.Times times) {
    return List.of(
        Route.get("/v1/accounts", times.answer(), this::list),
        Route.get(PATH, times.answer(), this::show),
        Route.put(PATH, times.answer(), this::replace),
        Route.delete(PATH, times.answer(), this::delete));
  }

  private Reply list(Call call) {
    return Reply.json(
        AccountDocument.list(storeWork.done(call.deadline(), () -> store.accounts())));
  }

  private Reply show(Call call) {
    AccountId account = call.account();
    return Reply.json(storeWork.done(call.deadline(), () -> document(account)));
  }

  private String document(AccountId account) {
    AccountSettings settings = store.settings(account).orElseThrow(() -> Accounts.unknown(account));
    return AccountDocument.show(account, settings, store.deliveries(account));
  }

  /// What is left out is unset; the currency alone stays as it is where there is data in it.
  private Reply replace(Call call) {
    AccountId account = call.account();
    if (!call.isJson()) {
      throw new Refusal(
          Status.UNSUPPORTED_MEDIA_TYPE_415, "Settings are sent as application/json.");
    }
    AccountSettings given = SettingsJson.read(call.body(MOST_BYTES));
    return storeWork.done(
        call.deadline(),
        () -> {
          boolean isNew = store.settings(account).isEmpty();
          store.save(account, settled(account, given));
          changed.accept(account);
          Reply reply = Reply.json(document(account));
          return isNew ? reply.withStatus(Status.CREATED_201) : reply;
        });
  }

  private AccountSettings settled(AccountId account, AccountSettings given) {
    List<Delivery> deliveries = store.deliveries(account);
    AccountSettings before = store.settings(account).orElseGet(AccountSettings::unset);
    if (deliveries.isEmpty() || before.effectiveCurrency().isEmpty()) {
      return given;
    }
    AccountSettings settled =
        given.effectiveCurrency().isPresent()
            ? given
            : given.withCurrency(before.effectiveCurrency().get());
    if (!settled.effectiveCurrency().equals(before.effectiveCurrency())) {
      throw new Refusal(
          Status.CONFLICT_409,
          ("Account %s has data in %s; another currency would relabel it. Import it into another"
                  + " account instead.")
              .formatted(account, before.effectiveCurrency().get()));
    }
    return settled;
  }

  private Reply delete(Call call) {
    AccountId account = call.account();
    boolean wasThere =
        storeWork.done(
            call.deadline(),
            () -> {
              boolean deleted = store.delete(account);
              changed.accept(account);
              // Also where it is gone already: the last attempt may have come to grief here.
              forget.accept(account);
              return deleted;
            });
    if (!wasThere) {
      throw Accounts.unknown(account);
    }
    return Reply.nothing(Status.NO_CONTENT_204);
  }
}
