"""What people call a standard or scheme, for pages."""

from certwright.packs.said import pack_said as pack_said
