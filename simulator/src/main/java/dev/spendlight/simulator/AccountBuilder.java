package dev.spendlight.simulator;

import dev.spendlight.account.MatchType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Draws a healthy account: products, campaigns, ad groups, targets, search terms, and how they
/// really perform.
final class AccountBuilder {
  private static final List<CampaignRole> ROLES =
      List.of(
          CampaignRole.AUTO,
          CampaignRole.EXACT,
          CampaignRole.MIXED,
          CampaignRole.BROAD,
          CampaignRole.PHRASE,
          CampaignRole.AUTO,
          CampaignRole.PRODUCT,
          CampaignRole.EXACT,
          CampaignRole.MIXED);
  private static final int BRAND_EVERY = 15;
  private static final double BRAND_SHARE = 0.05;
  private static final List<String> AUTO_TARGETS =
      List.of("close-match", "loose-match", "substitutes", "complements");

  private final AccountShape shape;
  private final Draws draws;
  private final Ids ids;
  private final SearchPhrases phrases;
  private final CampaignNames names;
  private final String brand;
  private final List<ProductPlan> products;
  private final TermPlans termPlans;
  private final TargetFigures figures;
  private final double[] productDemand;

  private final List<CampaignPlan> campaigns = new ArrayList<>();
  private final List<AdGroupPlan> adGroups = new ArrayList<>();
  private final List<TargetPlan> targets = new ArrayList<>();

  AccountBuilder(AccountShape shape, long seed) {
    this.shape = shape;
    this.draws = Draws.of(seed, 1);
    this.ids = new Ids(Draws.of(seed, 2));
    this.figures = new TargetFigures(shape, draws);
    this.phrases = new SearchPhrases(draws);
    this.names = new CampaignNames(draws, shape.marketplace().name());
    Vocabulary vocabulary = Vocabulary.load();
    this.brand = draws.pick(vocabulary.brands());
    this.products = products(vocabulary.lines());
    this.productDemand = Shares.running(Shares.zipf(products.size(), 0.6));
    List<ProductLine> lines = products.stream().map(ProductPlan::line).distinct().toList();
    this.termPlans = new TermPlans(draws, phrases, lines, brand, ids, !shape.nature().isOrdinary());
  }

  AccountPlan build() {
    for (int i = 0; i < shape.campaigns(); i++) {
      campaign(role(i));
    }
    double weekly = 7 * targets.stream().mapToDouble(TargetPlan::dailySpend).sum();
    double scale = shape.weeklySpend().doubleValue() / weekly;
    targets.replaceAll(target -> target.withImpressions(target.impressions() * scale));
    campaigns.replaceAll(campaign -> campaign.withBudget(ampleBudget(campaign)));
    return new AccountPlan(shape, products, campaigns, adGroups, targets);
  }

  /// An ordinary account has campaigns for everything in turn, the others as it comes.
  private CampaignRole role(int index) {
    if (shape.nature().isOrdinary()) {
      return index % BRAND_EVERY == 0 ? CampaignRole.BRAND : ROLES.get(index % ROLES.size());
    }
    boolean brand = index == 0 ? draws.chance(0.85) : draws.chance(BRAND_SHARE);
    return brand ? CampaignRole.BRAND : draws.pick(ROLES);
  }

  /// The products are advertised in turn; in other accounts than ordinary ones the first of them
  /// most.
  private ProductPlan product(int campaign) {
    return shape.nature().isOrdinary()
        ? products.get(campaign % products.size())
        : products.get(draws.index(productDemand));
  }

  private List<ProductPlan> products(List<ProductLine> all) {
    List<ProductLine> lines = new ArrayList<>(all);
    String category = draws.pick(lines).category();
    String second = draws.pick(lines).category();
    lines.removeIf(line -> !line.category().equals(category) && !line.category().equals(second));
    draws.shuffle(lines);
    List<ProductPlan> chosen = new ArrayList<>();
    for (int i = 0; i < shape.products(); i++) {
      ProductLine line = lines.get(i % lines.size());
      String sku =
          "%s-%s-%02d"
              .formatted(brand.substring(0, 2).toUpperCase(Locale.ROOT), line.code(), i + 1);
      chosen.add(
          new ProductPlan(
              i,
              ids.asin(),
              sku,
              brand,
              line,
              figures.productPrice(line),
              figures.productConversion()));
    }
    return chosen;
  }

  private void campaign(CampaignRole role) {
    int index = campaigns.size();
    ProductPlan product = product(index);
    var start = shape.period().from().minusDays(draws.between(20, 700));
    campaigns.add(
        new CampaignPlan(
            index, ids.number(), names.campaign(role, product, start), role, start, 0));
    int groups =
        role == CampaignRole.AUTO || role == CampaignRole.BRAND
            ? 1
            : draws.pick(List.of(1, 1, 1, 1, 2, 2, 3));
    List<AdGroupPlan> own = new ArrayList<>();
    for (int i = 1; i <= groups; i++) {
      own.add(adGroup(role, product, index, i));
    }
    adGroups.addAll(own);
    List<Wording> wordings = wordings(role, product);
    double[] shares = Shares.zipf(wordings.size(), 1.1);
    List<Integer> ranks = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      ranks.add(i);
    }
    draws.shuffle(ranks);
    double impressions = figures.campaignImpressions(role);
    for (int i = 0; i < shares.length; i++) {
      Wording wording = wordings.get(i);
      boolean plain = wording.text().equals(product.line().noun());
      targets.add(
          figures.target(
              targets.size(),
              ids.number(),
              wording.text(),
              wording.match(),
              own.get(i * groups / shares.length),
              role == CampaignRole.BRAND,
              plain,
              orderPrice(own.get(i * groups / shares.length)),
              impressions * shares[ranks.get(i)],
              termPlans.of(wording.text(), wording.match())));
    }
  }

  /// What an order of the ad group's clicks pays a unit. An ordinary seller goes by the first
  /// product alone.
  private double orderPrice(AdGroupPlan group) {
    if (shape.nature().isOrdinary()) {
      return group.products().getFirst().price();
    }
    double[] shares = AccountPlan.productShares(group.products().size());
    double own = 0;
    for (int i = 0; i < shares.length; i++) {
      own += shares[i] * group.products().get(i).price();
    }
    double other = products.stream().mapToDouble(ProductPlan::price).average().orElseThrow();
    double otherShare = shape.nature().orders().otherProducts();
    return (1 - otherShare) * own + otherShare * other;
  }

  private AdGroupPlan adGroup(CampaignRole role, ProductPlan product, int campaign, int number) {
    List<ProductPlan> advertised = new ArrayList<>(List.of(product));
    if (role == CampaignRole.BRAND) {
      products.stream().filter(each -> !each.equals(product)).limit(2).forEach(advertised::add);
    } else if (draws.chance(0.25)) {
      products.stream()
          .filter(each -> !each.equals(product) && each.line().equals(product.line()))
          .limit(1)
          .forEach(advertised::add);
    }
    List<String> ads = advertised.stream().map(each -> ids.number()).toList();
    return new AdGroupPlan(
        adGroups.size() + number - 1,
        ids.number(),
        names.adGroup(role, product, number),
        campaign,
        List.copyOf(advertised),
        ads);
  }

  /// What a target says and how it matches.
  private record Wording(String text, MatchType match) {}

  private List<Wording> wordings(CampaignRole role, ProductPlan product) {
    List<String> texts =
        switch (role) {
          case AUTO -> AUTO_TARGETS;
          case BRAND -> phrases.brandKeywords(brand, product.line(), draws.between(3, 6));
          case PRODUCT -> asinTargets(draws.between(8, 16));
          case EXACT, PHRASE, BROAD, MIXED ->
              phrases.keywords(product.line(), draws.between(8, 22));
        };
    List<Wording> wordings = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      wordings.add(new Wording(texts.get(i), role.matches().get(i % role.matches().size())));
    }
    return wordings;
  }

  private List<String> asinTargets(int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add("asin=\"" + ids.asin() + "\"");
    }
    return texts;
  }

  private double ampleBudget(CampaignPlan campaign) {
    double daily =
        targets.stream()
            .filter(target -> target.campaign() == campaign.index())
            .mapToDouble(TargetPlan::dailySpend)
            .sum();
    double step = 5 * Math.rint(shape.dollar() * 2) / 2;
    return Math.max(2, Math.ceil(daily * draws.uniform(1.8, 3.0) / step)) * step;
  }
}
