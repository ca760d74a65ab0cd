// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/client.h"

namespace delpek::http
{

QByteArray header(const Headers& headers, const QByteArray& name)
{
    for (const auto& [candidate, value] : headers) {
        if (candidate.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

} // namespace delpek::http
