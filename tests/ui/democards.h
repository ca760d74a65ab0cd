// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fakedesk.h"

namespace delpek::test
{

/// The escalations of the demo by what they are for: the first two are open, the doctor's question has everything that
/// a card can show, the other two are closed.
enum DemoEscalation : qint64 { EmergencyRaised = 1, DoctorAsked, Settled, OnThePhone };

/// Fills the cards of the FakeDesk's escalations and adds two closed ones.
void fillCards(FakeDesk& desk);

} // namespace delpek::test
