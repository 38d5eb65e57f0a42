// What the overview asks.

export const SALES = /* GraphQL */ `
  query OverviewSales($now: SalesInput!, $before: SalesInput!) {
    now: sales(input: $now) {
      ...Figures
    }
    before: sales(input: $before) {
      ...Figures
    }
  }
  fragment Figures on Sales {
    customers
    orders
    eventsWithoutOrder
    revenue {
      amount
      currency
    }
    averageOrderValue {
      amount
      currency
    }
  }
`;

export const TRAFFIC = /* GraphQL */ `
  query OverviewTraffic($input: TrafficInput!) {
    traffic(input: $input) {
      zone
      total {
        visitors
        sessions
        pageViews
      }
      buckets {
        start
        visits {
          visitors
          sessions
          pageViews
        }
      }
    }
  }
`;

export const FUNNEL = /* GraphQL */ `
  query OverviewFunnel($input: FunnelInput!) {
    funnel(input: $input) {
      steps {
        name
        count
        conversionFromStart
        conversionFromPrevious
      }
    }
  }
`;

export const CUSTOMERS = /* GraphQL */ `
  query OverviewCustomers {
    valueTiers {
      tier
      portion {
        ...Part
      }
    }
    lifecycle {
      stage
      portion {
        ...Part
      }
    }
  }
  fragment Part on CustomerPortion {
    customers
    customerShare
    revenueShare
    revenue {
      amount
      currency
    }
  }
`;

export const RISKS = /* GraphQL */ `
  query OverviewRisks {
    churnWatch(first: 5, minimumRisk: MEDIUM) {
      totalCount
      edges {
        node {
          id
          churn {
            risk
            probability
            valueAtRisk {
              amount
              currency
            }
          }
          value {
            tier
          }
        }
      }
    }
  }
`;
