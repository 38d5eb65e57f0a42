// What the list of customers asks.

export const CUSTOMERS = /* GraphQL */ `
  query Customers($first: Int, $after: String, $last: Int, $before: String, $filter: ConditionInput, $order: CustomerOrder) {
    customers(first: $first, after: $after, last: $last, before: $before, filter: $filter, order: $order) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          id
          tags
          value {
            tier
            rfm {
              code
            }
          }
          lifecycle {
            stage
          }
          churn {
            risk
            probability
          }
          facts {
            orders {
              count
              revenue {
                amount
                currency
              }
            }
            visits {
              lastSeen
            }
          }
        }
      }
    }
  }
`;

export const SEGMENTS = /* GraphQL */ `
  query CustomersSegments {
    segments {
      id
      name
    }
  }
`;
