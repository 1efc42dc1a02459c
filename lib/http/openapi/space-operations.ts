import { z } from "zod";
import { SpaceDraft } from "@/lib/core/space-requests";
import { ArchiveResult, CreatedSpaces, SpaceArchive, SpaceSeries, TreePage, TreeQuery } from "@/lib/core/space-tree";
import { SpaceTypeChange, SpaceTypeDraft, SpaceTypeList } from "@/lib/core/space-type";
import type { OperationGroup } from "./operation";

const TypeId = z.object({ id: z.string() });

export const treeOperations: OperationGroup = {
  name: "Building the tree",
  about: "Sites, buildings, floors, rooms, zones and desks as admins work on them, and what they are used as.",
  operations: [
    {
      call: "get /api/spaces/tree",
      summary: "Every space with what was said of it, by admins and by vendors; archived ones on request",
      needs: "space:write",
      query: TreeQuery,
      answer: TreePage,
    },
    {
      call: "post /api/spaces",
      summary: "Adds a space; sites only by people who may see every site",
      needs: "space:write",
      body: SpaceDraft,
      answer: CreatedSpaces,
      problems: ["invalid", "conflict"],
    },
    {
      call: "post /api/spaces/bulk",
      summary: "Adds many spaces by a pattern of names such as Desk 1–40: all of them or none",
      needs: "space:write",
      body: SpaceSeries,
      answer: CreatedSpaces,
      problems: ["invalid", "conflict"],
    },
    {
      call: "delete /api/spaces/{spaceId}",
      summary: "Archives a space with all that is in it; sites, buildings and floors want their name in the body",
      needs: "space:write",
      body: SpaceArchive,
      answer: ArchiveResult,
      problems: ["invalid"],
    },
    {
      call: "post /api/spaces/{spaceId}/restore",
      summary: "Brings an archived space back, with all that was archived with it",
      needs: "space:write",
      answer: ArchiveResult,
      problems: ["conflict"],
    },
    {
      call: "get /api/space-types",
      summary: "Every type; spaces are counted within the caller's sites",
      needs: "space:read",
      answer: SpaceTypeList,
    },
    {
      call: "post /api/space-types",
      summary: "Adds a type; types are shared by all sites",
      needs: "settings:write",
      body: SpaceTypeDraft,
      answer: TypeId,
      problems: ["invalid", "conflict"],
    },
    {
      call: "patch /api/space-types/{typeId}",
      summary: "Changes a type; its spaces follow at once",
      needs: "settings:write",
      body: SpaceTypeChange,
      answer: TypeId,
      problems: ["invalid", "conflict"],
    },
    {
      call: "delete /api/space-types/{typeId}",
      summary: "Takes a type away that no space is of",
      needs: "settings:write",
      answer: z.object({}),
      problems: ["conflict"],
    },
  ],
};
