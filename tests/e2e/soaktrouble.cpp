// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/soakclinic.h"
#include "simulation/doubles/graphdouble.h"
#include "simulation/doubles/telegramdouble.h"
#include "simulation/doubles/wahadouble.h"

namespace delpek::test
{

using domain::ChannelKind;
using simulation::Fault;
using simulation::GraphDouble;
using simulation::TelegramDouble;
using simulation::WahaDouble;
using namespace std::chrono_literals;

namespace
{

Fault gatewayFault(bool taken)
{
    Fault fault;
    fault.status = 502;
    fault.body = "<html>Bad Gateway</html>";
    fault.contentType = "text/html";
    fault.takesEffect = taken;
    return fault;
}

template <typename Double>
void meetNext(Double& provider, SoakTrouble trouble, const Fault& busy, Fault tooFast)
{
    Fault fault;
    switch (trouble) {
    case SoakTrouble::Busy:
        fault = busy;
        break;
    case SoakTrouble::TooFast:
        fault = tooFast;
        fault.retryAfter = 1;
        break;
    case SoakTrouble::Slow:
        fault.delay = 700ms;
        break;
    case SoakTrouble::Gateway:
    case SoakTrouble::TakenOnly:
        fault = gatewayFault(trouble == SoakTrouble::TakenOnly);
        break;
    case SoakTrouble::Silent:
        fault.silent = true;
        break;
    }
    provider.failNext(1, fault);
}

} // namespace

void SoakClinic::trouble(ChannelKind channel, SoakTrouble trouble)
{
    if (channel == ChannelKind::WhatsApp) {
        meetNext(*m_graph, trouble, GraphDouble::graphFault(131000, 500), GraphDouble::graphFault(130429, 429));
    } else if (channel == ChannelKind::Waha) {
        meetNext(*m_waha, trouble, WahaDouble::wahaFault(503), WahaDouble::wahaFault(429));
    } else if (channel == ChannelKind::Telegram) {
        meetNext(*m_telegram, trouble, TelegramDouble::botFault(500, QStringLiteral("Internal Server Error")),
                 TelegramDouble::botFault(429, QStringLiteral("Too Many Requests: retry after 1"), 1));
    }
}

} // namespace delpek::test
