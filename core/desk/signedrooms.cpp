// SPDX-License-Identifier: GPL-3.0-or-later
// The rooms of a desk at which people sign in.
#include "desk/signeddesk.h"

#include "desk/signedagentdrafts.h"
#include "desk/signedbackups.h"
#include "desk/signedclinicroom.h"
#include "desk/signeddutyroom.h"
#include "desk/signedhours.h"
#include "desk/signedlatersends.h"
#include "desk/signedpatientcards.h"
#include "desk/signedpresence.h"
#include "desk/signedreviews.h"
#include "desk/signedrulebook.h"
#include "desk/signedserviceroom.h"
#include "desk/signedsetup.h"
#include "desk/signedshifts.h"
#include "desk/signedtemplateroom.h"

namespace delpek::desk
{

SignedDesk::SignedDesk(store::Store& store, base::Clock& clock, SignIn& signIn, StaffDesks& desks, Desk& host)
    : m_host(host)
    , m_acts(store, clock, signIn, desks)
    , m_book(m_acts)
    , m_insights(m_acts)
    , m_quickReplies(m_acts)
    , m_notes(m_acts)
    , m_sorting(m_acts)
    , m_auditRoom(m_acts)
    , m_privacy(m_acts)
    , m_staffRoom(m_acts)
    , m_shifts(std::make_unique<SignedShifts>(m_acts))
    , m_laterSends(std::make_unique<SignedLaterSends>(m_acts))
    , m_ruleBook(std::make_unique<SignedRuleBook>(m_acts))
    , m_setup(std::make_unique<SignedSetup>(m_acts))
    , m_backups(std::make_unique<SignedBackups>(m_acts))
    , m_dutyRoom(std::make_unique<SignedDutyRoom>(m_acts))
    , m_hours(std::make_unique<SignedHours>(m_acts))
    , m_clinicRoom(std::make_unique<SignedClinicRoom>(m_acts))
    , m_patientCards(std::make_unique<SignedPatientCards>(m_acts))
    , m_presence(std::make_unique<SignedPresence>(m_acts))
    , m_agentDrafts(std::make_unique<SignedAgentDrafts>(m_acts))
    , m_reviews(std::make_unique<SignedReviews>(m_acts))
    , m_serviceRoom(std::make_unique<SignedServiceRoom>(m_acts))
    , m_templateRoom(std::make_unique<SignedTemplateRoom>(m_acts))
{
}

SignedDesk::~SignedDesk() = default;

} // namespace delpek::desk
