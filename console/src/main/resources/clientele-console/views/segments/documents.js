// What the list of segments asks.

export const SEGMENTS = /* GraphQL */ `
  query Segments {
    segments {
      id
      name
      kind
      version
      changedAt
      changedBy
      counting {
        done
        total
      }
      members(first: 1) {
        totalCount
      }
    }
  }
`;
