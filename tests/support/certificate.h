// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace delpek::test
{

/// Writes a key and a certificate that it signs itself: nobody trusts it.
void writeCertificate(const QString& certificateFile, const QString& keyFile);

} // namespace delpek::test
