"""Organizations with several sites: how many are visited, which, and for how long (IAF MD 1)."""

from certwright.core.reckoning.sites.coverage import Coverage, by_need, coverage
from certwright.core.reckoning.sites.plan import GroupSample, SamplePlan, plan_sample
from certwright.core.reckoning.sites.question import (
    Chosen,
    GroupIncrease,
    SamplingQuestion,
    Site,
    SiteKind,
    Visit,
)
from certwright.core.reckoning.sites.size import Increase, SampleSize, sample_size, unsampled_size
from certwright.core.reckoning.sites.time import (
    MultiSiteQuestion,
    MultiSiteTime,
    SiteTime,
    SiteWork,
    multi_site_time,
)

__all__ = [
    "Chosen",
    "Coverage",
    "GroupIncrease",
    "GroupSample",
    "Increase",
    "MultiSiteQuestion",
    "MultiSiteTime",
    "SamplePlan",
    "SampleSize",
    "SamplingQuestion",
    "Site",
    "SiteKind",
    "SiteTime",
    "SiteWork",
    "Visit",
    "by_need",
    "coverage",
    "multi_site_time",
    "plan_sample",
    "sample_size",
    "unsampled_size",
]
