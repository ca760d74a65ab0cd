// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

// Forms with files, as browsers and upload APIs speak them. Source: RFC 7578, RFC 2046 section 5.1.

namespace delpek::http
{

/// One field of a form; a file where `fileName` is set.
struct FormPart {
    QByteArray name;
    QByteArray body;
    QString fileName = {};
    QByteArray type = {}; ///< Content-Type of a file
};

struct Form {
    QByteArray contentType; ///< "multipart/form-data; boundary=…"
    QByteArray body;
};

/// Quotes and line ends in names are percent-encoded, as browsers do. The boundary is made from the parts' bytes, so
/// that the same parts give the same form and none of them holds it.
Form writeForm(const std::vector<FormPart>& parts);

/// The parts of a form. InvalidInput when it is none: no boundary, a part without a name, an end that is missing.
Result<std::vector<FormPart>> readForm(const QByteArray& contentType, const QByteArray& body);

} // namespace delpek::http
