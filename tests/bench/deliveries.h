// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace delpek::bench
{

inline const QString account = QStringLiteral("106540352242922");
inline const QByteArray appSecret = "a-secret-of-the-benchmark";

/// The body of a WhatsApp delivery with `messages` text messages of as many patients; no two bodies are alike.
QByteArray deliveryBody(qint64 number, int messages);

/// Whole signed requests, made before the clock starts.
std::vector<QByteArray> signedRequests(qint64 count, int messages);

} // namespace delpek::bench
