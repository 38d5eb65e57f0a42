// What a segment's page asks.

export const SEGMENT = /* GraphQL */ `
  query Segment($id: ID!) {
    segment(id: $id) {
      id
      name
      kind
      version
      changedAt
      changedBy
      condition
      counting {
        done
        total
      }
      campaigns {
        id
        name
        state
      }
      members(first: 10) {
        totalCount
        edges {
          node {
            id
            value {
              tier
            }
            churn {
              risk
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
  }
`;
