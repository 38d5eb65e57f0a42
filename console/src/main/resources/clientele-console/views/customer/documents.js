// What a customer's card asks.

export const CUSTOMER = /* GraphQL */ `
  query CustomerCard($id: ID!) {
    customer(id: $id) {
      id
      traits
      tags
      compositeTag
      place {
        city
        region
        country
      }
      identity {
        nodes
        devices {
          id
          lastSeen
        }
      }
      value {
        tier
        frequencyClass
        spendingPower
        rfm {
          code
          recencyDays
          frequency
          monetary {
            amount
            currency
          }
        }
      }
      lifecycle {
        stage
        evidence {
          fact
          value
        }
      }
      churn {
        risk
        probability
        valueAtRisk {
          amount
          currency
        }
        signals {
          kind
          since
          evidence {
            fact
            value
          }
        }
      }
      facts {
        asOf
        orders {
          count
          first
          last
          cycleDays
          revenue {
            amount
            currency
          }
          meanValue {
            amount
            currency
          }
          refunded {
            amount
            currency
          }
        }
        cart {
          pieces
          ageDays
          value {
            amount
            currency
          }
        }
        visits {
          visits
          daysActive
          dwellMs
          firstSeen
          lastSeen
        }
        preferences {
          activeHour
          categories
          channel
          device
          os
          priceBand
          hours
        }
      }
      segments {
        id
        name
      }
      journey(first: 20) {
        ...Events
      }
    }
  }
  fragment Events on JourneyEventConnection {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        time
        type
        event
        channel
        device {
          type
        }
        page {
          path
        }
        failureReason
        order {
          revenue {
            amount
            currency
          }
        }
        products {
          name
          quantity
          price {
            amount
            currency
          }
        }
      }
    }
  }
`;

export const JOURNEY = /* GraphQL */ `
  query CustomerJourney($id: ID!, $after: String) {
    customer(id: $id) {
      id
      journey(first: 20, after: $after) {
        ...Events
      }
    }
  }
  fragment Events on JourneyEventConnection {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        time
        type
        event
        channel
        device {
          type
        }
        page {
          path
        }
        failureReason
        order {
          revenue {
            amount
            currency
          }
        }
        products {
          name
          quantity
          price {
            amount
            currency
          }
        }
      }
    }
  }
`;

export const WHY = /* GraphQL */ `
  query CustomerWhy($customer: ID!, $segment: ID!, $language: Language) {
    explain(customer: $customer, segment: $segment, language: $language) {
      sentence
      member
    }
  }
`;

export const OFFERS = /* GraphQL */ `
  query CustomerOffers($id: ID!) {
    customer(id: $id) {
      id
      offers {
        id
        name
        code
        state
        issuedAt
        expiresAt
      }
      inbox(first: 10) {
        id
        at
        kind
        subject
        body
        readAt
        coupon {
          code
          state
        }
      }
    }
  }
`;

export const CUSTOMER_CONTACTS = /* GraphQL */ `
  query CustomerContacts($id: ID!, $after: String) {
    customer(id: $id) {
      id
      contacts(first: 10, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            at
            campaign {
              id
              name
            }
            decision
            reason
            variant
            channel
            subject
            status
            test
            coupon {
              code
              state
            }
          }
        }
      }
    }
  }
`;
