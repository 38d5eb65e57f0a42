// What the form for a campaign out of a playbook asks and makes.

export const CHOICES = /* GraphQL */ `
  query PlaybookChoices($language: Language) {
    playbooks(language: $language) {
      id
      name
      description
      needsSegment
      parameters {
        name
        kind
        default
        description
      }
    }
    segments {
      id
      name
    }
    campaigns {
      id
    }
    benefits {
      id
    }
  }
`;

export const FROM_PLAYBOOK = /* GraphQL */ `
  mutation CampaignFromPlaybook($input: CampaignFromPlaybookInput!) {
    campaignFromPlaybook(input: $input) {
      id
    }
  }
`;

export const FROM_SEGMENT = /* GraphQL */ `
  mutation CampaignFromSegment($input: CampaignFromSegmentInput!) {
    campaignFromSegment(input: $input) {
      id
    }
  }
`;
