// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cutpoint.h"

#ifdef DELPEK_CUT_POINTS

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <string>
#include <string_view>

namespace delpek::base
{

namespace
{

struct Cut {
    std::string name;
    std::atomic<long> remaining = 0;

    Cut()
    {
        const char* value = std::getenv("DELPEK_CUT_AT");
        const std::string text = value ? value : "";
        if (const auto colon = text.find(':'); colon != std::string::npos) {
            name = text.substr(0, colon);
            remaining = std::atol(text.c_str() + colon + 1);
        }
    }
};

} // namespace

void cutPoint(const char* name)
{
    static Cut cut;
    if (cut.name == std::string_view(name) && --cut.remaining == 0) {
        std::raise(SIGKILL);
    }
}

} // namespace delpek::base

#endif
