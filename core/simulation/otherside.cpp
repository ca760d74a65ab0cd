// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/otherside.h"

#include "simulation/botside.h"
#include "simulation/graphside.h"
#include "simulation/pageside.h"
#include "simulation/wahaside.h"

namespace delpek::simulation
{

std::unique_ptr<OtherSide> otherSide(domain::ChannelKind channel, const PatientCard& patient, base::Clock& clock)
{
    switch (channel) {
    case domain::ChannelKind::WhatsApp:
        return std::make_unique<GraphSide>(patient, clock);
    case domain::ChannelKind::Waha:
        return std::make_unique<WahaSide>(patient, clock);
    case domain::ChannelKind::Telegram:
        return std::make_unique<BotSide>(patient, clock);
    case domain::ChannelKind::WebChat:
        break;
    }
    return std::make_unique<PageSide>(patient);
}

QUrl listenerUrl(const char* path)
{
    return QUrl(QStringLiteral("http://clinic.invalid") + QLatin1String(path));
}

QString phoneDigits(const PatientCard& patient)
{
    const auto phone = domain::Phone::parse(patient.phone);
    return phone ? phone->digits() : QStringLiteral("972500000000");
}

} // namespace delpek::simulation
