// What a campaign's page asks and changes.

export const CAMPAIGN = /* GraphQL */ `
  query Campaign($id: ID!, $language: Language) {
    campaign(id: $id) {
      id
      name
      state
      version
      priority
      playbook
      definition
      startsAt
      endsAt
      launchedAt
      changedAt
      changedBy
      summary(language: $language)
      audience {
        id
        name
        members(first: 1) {
          totalCount
        }
      }
      problems {
        code
        field
        message
      }
    }
    sending {
      stopped
    }
  }
`;

export const LAUNCH = /* GraphQL */ `
  mutation LaunchCampaign($id: ID!) {
    launchCampaign(id: $id) {
      id
      state
    }
  }
`;

export const PAUSE = /* GraphQL */ `
  mutation PauseCampaign($id: ID!) {
    pauseCampaign(id: $id) {
      id
      state
    }
  }
`;

export const END = /* GraphQL */ `
  mutation EndCampaign($id: ID!) {
    endCampaign(id: $id) {
      id
      state
    }
  }
`;

export const RESULTS = /* GraphQL */ `
  query CampaignResults($id: ID!) {
    campaign(id: $id) {
      id
      results {
        asOf
        treated {
          ...Group
        }
        control {
          ...Group
        }
        heldOut {
          ...Group
        }
        variants {
          variant
          group {
            ...Group
          }
        }
        decisions {
          decision
          reason
          contacts
        }
        conversionLift {
          ...Estimated
        }
        revenueLift {
          ...Estimated
        }
        incrementalConversions {
          ...Estimated
        }
        incrementalRevenue {
          ...Estimated
        }
        cost {
          ...Amount
        }
        contactCost {
          ...Amount
        }
        benefitCost {
          ...Amount
        }
        roi
        revenuePerCost
        attributedOrders
        attributedRevenue {
          ...Amount
        }
        method
      }
    }
  }
  fragment Group on GroupResults {
    customers
    converted
    conversionRate
    orders
    revenue {
      ...Amount
    }
    averageOrderValue {
      ...Amount
    }
    revenuePerCustomer {
      ...Amount
    }
  }
  fragment Estimated on Estimate {
    value
    low
    high
    pValue
    confidence
  }
  fragment Amount on Money {
    amount
    currency
  }
`;

export const CONTACTS = /* GraphQL */ `
  query CampaignContacts($id: ID!, $after: String) {
    campaign(id: $id) {
      id
      contacts(first: 20, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            at
            decision
            reason
            variant
            channel
            subject
            status
            test
            customer {
              id
            }
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

export const LATEST = /* GraphQL */ `
  query LatestVisit {
    customers(first: 1, order: LAST_SEEN) {
      edges {
        node {
          id
          facts {
            visits {
              lastSeen
            }
          }
        }
      }
    }
  }
`;

export const START_DRY_RUN = /* GraphQL */ `
  mutation StartDryRun($input: DryRunInput!) {
    startDryRun(input: $input) {
      id
    }
  }
`;

export const CANCEL_DRY_RUN = /* GraphQL */ `
  mutation CancelDryRun($id: ID!) {
    cancelDryRun(id: $id) {
      id
      state
    }
  }
`;

export const DRY_RUN = /* GraphQL */ `
  query DryRun($id: ID!) {
    dryRun(id: $id) {
      id
      state
      progress
      from
      to
      contacts {
        day
        contacts
      }
      decisions {
        decision
        reason
        contacts
      }
      waiting
      couponsIssued
      benefitCostMost {
        amount
        currency
      }
      contactCost {
        amount
        currency
      }
      note
      problem
    }
  }
`;

export const SEND_TEST = /* GraphQL */ `
  mutation SendTest($input: TestSendInput!) {
    sendTest(input: $input) {
      id
      decision
      reason
      channel
      subject
      body
      coupon {
        code
        state
      }
    }
  }
`;
