// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QString>

/// Figures in the words of the window's language. UI thread.
namespace delpek::ui::insightswords
{

/// "1,204".
QString count(qint64 number);
/// "68 %"; a dash of nothing.
QString share(int part, int whole);
/// "6 s", "9 min", "1 h 20 min"; a dash where there was no case.
QString span(base::Duration duration);
QString median(const domain::Waits& waits);
/// "9 in 10 within 34 min"; empty where there was no case.
QString nineInTen(const domain::Waits& waits);
/// "$0.41". `cost` in millionths of the currency.
QString money(qint64 cost, const QString& currency);
/// The two ways to WhatsApp are told apart.
QString channel(domain::ChannelKind channel);
/// "5.3", and with the weekday.
QString shortDay(QDate day);
QString longDay(QDate day);
QString days(QDate first, QDate last);

} // namespace delpek::ui::insightswords
