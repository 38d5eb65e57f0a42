// What the form for a new campaign asks and makes.

export const CHOICES = /* GraphQL */ `
  query NewCampaignChoices {
    segments {
      id
      name
    }
    campaigns {
      id
    }
  }
`;

export const SAVE = /* GraphQL */ `
  mutation SaveCampaign($input: CampaignInput!) {
    saveCampaign(input: $input) {
      id
    }
  }
`;
