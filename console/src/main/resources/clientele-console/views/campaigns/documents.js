// What the list of campaigns asks, and the switch that stops everything.

export const CAMPAIGNS = /* GraphQL */ `
  query Campaigns($language: Language) {
    campaigns {
      id
      name
      state
      version
      priority
      playbook
      changedAt
      changedBy
      summary(language: $language)
      audience {
        id
        name
      }
    }
    sending {
      stopped
    }
  }
`;

export const SET_SENDING = /* GraphQL */ `
  mutation SetSending($stopped: Boolean!) {
    setSending(stopped: $stopped) {
      stopped
    }
  }
`;
