// What the RFM matrix asks.

export const RFM = /* GraphQL */ `
  query Rfm {
    rfm {
      recency
      frequency
      portion {
        customers
        customerShare
        revenueShare
        revenue {
          amount
          currency
        }
      }
    }
  }
`;
