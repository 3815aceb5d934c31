package dev.spendlight.reports;

/// Headers and rows as real exports have them.
final class Samples {
  static final String CAMPAIGN_HEADER =
      "Date,Start Date,End Date,Portfolio name,Campaign Type,Campaign Name,Status,Currency,Budget,Targeting Type,Bidding strategy,Impressions,Last Year Impressions,Clicks,Last Year Clicks,Click-Thru Rate (CTR),Spend,Last Year Spend,Cost Per Click (CPC),Last Year Cost Per Click (CPC),14 Day Total Orders (#),Total Advertising Cost of Sales (ACoS),14 Day Total Sales (₹)\n";
  static final String CAMPAIGN_ROW =
      "\"Feb 1, 2020\",\"Jan 18, 2020\",,No Portfolio,Sponsored Products,Pain relief Oil || SP || 18th Jan'19,ENABLED,INR,Rs.1000.0,Manual targeting,Dynamic bids - up and down,782,,13,,1.66%,Rs.201.68,,Rs.15.5138462,,3,20.97%,Rs.961.62\n";
  static final String TARGETING_HEADER =
      "Date,Portfolio name,Currency,Campaign Name,Ad Group Name,Targeting,Match Type,Impressions,Clicks,Click-Thru Rate (CTR),Cost Per Click (CPC),Spend,Total Advertising Cost of Sales (ACoS) ,Total Return on Advertising Spend (RoAS),7 Day Total Sales ($),7 Day Total Orders (#),7 Day Total Units (#),7 Day Conversion Rate\n";
  static final String RANGE_HEADER =
      "Start Date,End Date,Portfolio name,Currency,Campaign Name,Ad Group Name,Targeting,Match Type,Customer Search Term,Impressions,Clicks,Spend,7 Day Total Sales ,7 Day Total Orders (#),7 Day Total Units (#)\n";

  private Samples() {}

  /// A daily campaign file of the shortest kind.
  static String daily(String... rows) {
    String header =
        "Date,Campaign Name,Impressions,Clicks,Spend,7 Day Total Sales,7 Day Total Orders (#)\n";
    return rows.length == 0 ? header : header + String.join("\n", rows) + "\n";
  }

  static String targeting(
      String date, String campaign, String target, String matchType, String spend) {
    return "\"%s\",-,USD,%s,Group,%s,%s,100,5,5%%,$0.50,%s,0.00%%,0,$20.00,1,2,20%%\n"
        .formatted(date, campaign, target, matchType, spend);
  }
}
