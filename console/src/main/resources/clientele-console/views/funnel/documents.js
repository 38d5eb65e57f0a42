// What the funnel asks.

export const FUNNEL = /* GraphQL */ `
  query Funnel($input: FunnelInput!) {
    funnel(input: $input) {
      steps {
        name
        count
        conversionFromStart
        conversionFromPrevious
      }
      breakdown {
        value
        steps {
          name
          count
          conversionFromStart
          conversionFromPrevious
        }
      }
      breakdownTruncated
    }
  }
`;

export const SEGMENT_FROM_DROP_OFF = /* GraphQL */ `
  mutation SegmentFromDropOff($input: SegmentFromDropOffInput!) {
    segmentFromDropOff(input: $input) {
      id
      name
    }
  }
`;
