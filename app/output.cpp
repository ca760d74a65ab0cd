// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output.h"

#include <cstdio>

namespace delpek::app
{

void print(const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

int complain(const QString& line, int code)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    return code;
}

int complain(const Error& error, int code)
{
    return complain(error.detail.isEmpty() ? base::describe(error) : error.detail, code);
}

} // namespace delpek::app
