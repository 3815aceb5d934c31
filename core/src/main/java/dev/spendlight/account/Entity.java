package dev.spendlight.account;

/// One thing of an account that a figure can be about. Ids are strings, for they are larger than a
/// double holds.
///
/// A name is text written by somebody else: it is shown, never interpreted, and never decides an
/// order.
public sealed interface Entity {

  /// The id within its type; unique in the account together with the type.
  String id();

  /// What a person calls it.
  String name();

  /// The whole account.
  record Account(AccountId account) implements Entity {
    @Override
    public String id() {
      return account.value();
    }

    @Override
    public String name() {
      return account.value();
    }
  }

  /// An advertised product. @param id its ASIN
  record Product(String id, String name) implements Entity {}

  /// A campaign.
  record Campaign(String id, String name) implements Entity {}

  /// One match type of a campaign.
  record CampaignMatch(Campaign campaign, MatchType matchType) implements Entity {
    @Override
    public String id() {
      return campaign.id() + ":" + matchType.name();
    }

    @Override
    public String name() {
      return campaign.name();
    }
  }

  /// An ad group of a campaign.
  record AdGroup(String id, String name, Campaign campaign) implements Entity {}

  /// Any target: a keyword, a product or category target, an automatic target.
  ///
  /// @param name the targeting text
  record Keyword(String id, String name, MatchType matchType, AdGroup adGroup) implements Entity {}

  /// What a customer searched for, as one target met it.
  ///
  /// @param id the target's id and the term, joined by a colon
  /// @param name the term itself
  record SearchTerm(String id, String name, Keyword target) implements Entity {}

  /// One placement of a campaign.
  record Placement(String name, Campaign campaign) implements Entity {
    @Override
    public String id() {
      return campaign.id() + ":" + name;
    }
  }
}
