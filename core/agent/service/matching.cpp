// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/service/matching.h"

#include <algorithm>

namespace delpek::agent::service
{

namespace
{

bool standsFor(const language::Token& said, const language::Token& wanted)
{
    return std::ranges::any_of(said.forms, [&](const language::Form& form) { return form.key() == wanted.key; });
}

/// Whether the keyword's words stand one behind the other in the text.
bool stands(const language::Text& text, const language::Text& keyword)
{
    return !keyword.tokens.empty() && !std::ranges::search(text.tokens, keyword.tokens, standsFor).empty();
}

} // namespace

bool isOpenAt(const Service& service, const domain::LocalTime& now, const domain::ClinicInfo& clinic)
{
    const bool known = std::ranges::any_of(clinic.hours, [](const auto& day) { return !day.empty(); });
    if (!service.hours && !(service.keepsClinicHours && known)) {
        return true;
    }
    if (!service.hours && std::ranges::find(clinic.closed, now.date) != clinic.closed.end()) {
        return false;
    }
    const auto& hours = service.hours ? *service.hours : clinic.hours;
    return std::ranges::any_of(domain::hoursOn(hours, now.date), [&](const domain::DaySpan& span) {
        return span.from <= now.time && now.time < span.to;
    });
}

std::vector<const Announcement*> announcedAt(const Service& service, const domain::LocalTime& now)
{
    std::vector<const Announcement*> found;
    for (const auto& announcement : service.announcements) {
        if (!(now < announcement.from) && now < announcement.until) {
            found.push_back(&announcement);
        }
    }
    return found;
}

bool mayUse(const Service& service, Role role)
{
    const auto has = [&](Role wanted) { return std::ranges::find(service.roles, wanted) != service.roles.end(); };
    return service.roles.empty() || has(role) || (service.asksCode && has(Role::Parent));
}

std::optional<Match> matchService(const language::Text& text, const std::vector<Service>& services, Role role,
                                  const domain::LocalTime& now, const domain::ClinicInfo& clinic)
{
    std::optional<Match> best;
    std::pair<size_t, qsizetype> longest{0, 0}; // words, then letters
    for (const auto& service : services) {
        if (text.tokens.size() > size_t(service.mostWords) || !mayUse(service, role)) {
            continue;
        }
        for (const auto& keyword : service.keywords) {
            const std::pair length{keyword.read.tokens.size(), keyword.written.size()};
            if (length > longest && stands(text, keyword.read)) {
                longest = length;
                best = Match{&service, keyword.written, isOpenAt(service, now, clinic)};
            }
        }
    }
    return best;
}

} // namespace delpek::agent::service
