// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/keys.h"

#include <QRegularExpression>

#include <array>
#include <numeric>

namespace delpek::config
{

namespace
{

constexpr std::array table{
    &keys::storeLocation.spec,
    &keys::listenAddress.spec,
    &keys::listenPort.spec,
    &keys::listenPublicUrl.spec,
    &keys::listenCertificate.spec,
    &keys::listenKey.spec,
    &keys::listenMaxBody.spec,
    &keys::listenMaxHeader.spec,
    &keys::listenFirstByte.spec,
    &keys::listenWholeRequest.spec,
    &keys::listenIdle.spec,
    &keys::listenMaxConnections.spec,
    &keys::listenMaxConnectionsPerAddress.spec,
    &keys::whatsappPhoneNumberId.spec,
    &keys::whatsappBusinessAccountId.spec,
    &keys::whatsappApiBase.spec,
    &keys::whatsappApiVersion.spec,
    &keys::wahaSession.spec,
    &keys::wahaApiBase.spec,
    &keys::wahaCallbackUrl.spec,
    &keys::telegramEnabled.spec,
    &keys::telegramMode.spec,
    &keys::telegramApiBase.spec,
    &keys::webchatEnabled.spec,
    &keys::webchatAllowedOrigins.spec,
    &keys::webchatTrustedProxy.spec,
    &keys::webchatSessionAge.spec,
    &keys::webchatMaxText.spec,
    &keys::webchatMaxFile.spec,
    &keys::webchatRatePerAddress.spec,
    &keys::webchatRatePerSession.spec,
    &keys::mediaFolder.spec,
    &keys::mediaMaxFile.spec,
    &keys::mediaMaxStored.spec,
    &keys::transcriptionApiBase.spec,
    &keys::transcriptionModel.spec,
    &keys::transcriptionPatience.spec,
    &keys::intakeStaleAfter.spec,
    &keys::agentTeam.spec,
    &keys::servicesFolder.spec,
    &keys::agentBrain.spec,
    &keys::agentQuietWindow.spec,
    &keys::agentWorkers.spec,
    &keys::llmProvider.spec,
    &keys::llmModel.spec,
    &keys::llmApiBase.spec,
    &keys::llmStream.spec,
    &keys::llmLengthField.spec,
    &keys::llmToolChoice.spec,
    &keys::llmMaxTokens.spec,
    &keys::llmMask.spec,
    &keys::llmDeadline.spec,
    &keys::llmRatePerMinute.spec,
    &keys::llmBurst.spec,
    &keys::llmAtOnce.spec,
    &keys::llmConversationTokens.spec,
    &keys::llmDayTokens.spec,
    &keys::llmConversationCents.spec,
    &keys::llmDayCents.spec,
    &keys::llmPrices.spec,
    &keys::escalationHoldingAfter.spec,
    &keys::escalationHoldingAgain.spec,
    &keys::escalationHoldingEmergency.spec,
    &keys::escalationLinkValid.spec,
    &keys::escalationAskConsent.spec,
    &keys::escalationNeedConsent.spec,
    &keys::identityTries.spec,
    &keys::offersHold.spec,
    &keys::memoryStore.spec,
    &keys::memoryNeo4jUrl.spec,
    &keys::memoryNeo4jDatabase.spec,
    &keys::memoryNeo4jUser.spec,
    &keys::memoryDays.spec,
    &keys::clinicRecords.spec,
    &keys::odooMapping.spec,
    &keys::odooCacheAge.spec,
    &keys::odooOutageAge.spec,
    &keys::clinicFile.spec,
    &keys::clinicRegion.spec,
    &keys::odooUrl.spec,
    &keys::odooDatabase.spec,
    &keys::odooLogin.spec,
    &keys::odooCompany.spec,
    &keys::odooProtocol.spec,
    &keys::odooKeyExpires.spec,
    &keys::odooReadPatience.spec,
    &keys::odooChangePatience.spec,
    &keys::odooCallsAtOnce.spec,
    &keys::escalationsNextAfterEmergency.spec,
    &keys::escalationsNextAfterDoctor.spec,
    &keys::escalationsRounds.spec,
    &keys::escalationsNotifyRoutine.spec,
    &keys::notifySmsAccount.spec,
    &keys::notifySmsFrom.spec,
    &keys::notifySmsApiBase.spec,
    &keys::notifyEmailBy.spec,
    &keys::notifyEmailFrom.spec,
    &keys::notifyEmailFromName.spec,
    &keys::notifyEmailSmtpHost.spec,
    &keys::notifyEmailSmtpPort.spec,
    &keys::notifyEmailSmtpUser.spec,
    &keys::notifyEmailSmtpAuthorities.spec,
    &keys::notifyEmailSendgridBase.spec,
    &keys::notifyTelegram.spec,
    &keys::notifyTelling.spec,
    &keys::privacyKeepDays.spec,
    &keys::privacyInitialsInNotices.spec,
    &keys::backupFolder.spec,
    &keys::backupAt.spec,
    &keys::backupKeep.spec,
    &keys::deskStaffName.spec,
    &keys::deskSendUndo.spec,
    &keys::secretsStore.spec,
    &keys::secretsFile.spec,
    &keys::logFile.spec,
    &keys::logLevel.spec,
    &keys::logMaxSize.spec,
    &keys::logKeep.spec,
    &keys::outboxRatePerMinute.spec,
    &keys::outboxBurst.spec,
    &keys::outboxUnknownAfter.spec,
};

/// Levenshtein's distance: letters to add, drop or change.
int distance(const QString& left, const QString& right)
{
    std::vector<int> row(right.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < left.size(); ++i) {
        int diagonal = std::exchange(row[0], static_cast<int>(i) + 1);
        for (qsizetype j = 0; j < right.size(); ++j) {
            const int substituted = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({substituted, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

} // namespace

std::span<const KeySpec* const> allKeys()
{
    return table;
}

const KeySpec* findKey(QStringView name)
{
    const auto found =
        std::ranges::find_if(table, [name](const KeySpec* key) { return name == QLatin1String(key->name); });
    return found == table.end() ? nullptr : *found;
}

const KeySpec* nearestKey(const QString& name)
{
    const auto distanceTo = [&name](const KeySpec* key) { return distance(name, QLatin1String(key->name)); };
    const KeySpec* nearest = *std::ranges::min_element(table, {}, distanceTo);
    const int slips = std::max(2, static_cast<int>(name.size()) / 3);
    return distanceTo(nearest) <= slips ? nearest : nullptr;
}

QString environmentName(const KeySpec& key)
{
    QString name = QLatin1String(key.name);
    name.replace(QLatin1Char('.'), QLatin1Char('_')).replace(QLatin1Char('-'), QLatin1Char('_'));
    return QStringLiteral("DELPEK_") + name.toUpper();
}

bool looksLikeSecret(const QString& name)
{
    static const QRegularExpression words(
        QStringLiteral("token|secret|passw|passphrase|credential|(api|private|app)[-_]?key"),
        QRegularExpression::CaseInsensitiveOption);
    return !findKey(name) && words.match(name.section(QLatin1Char('.'), -1)).hasMatch();
}

} // namespace delpek::config
