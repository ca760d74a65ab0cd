// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"

Q_LOGGING_CATEGORY(lcStore, "delpek.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHttp, "delpek.http", QtInfoMsg)
Q_LOGGING_CATEGORY(lcChannels, "delpek.channels", QtInfoMsg)
Q_LOGGING_CATEGORY(lcClinic, "delpek.clinic", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSafety, "delpek.safety", QtInfoMsg)
Q_LOGGING_CATEGORY(lcAgent, "delpek.agent", QtInfoMsg)
Q_LOGGING_CATEGORY(lcDesk, "delpek.desk", QtInfoMsg)
Q_LOGGING_CATEGORY(lcNode, "delpek.node", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSecrets, "delpek.secrets", QtInfoMsg)
Q_LOGGING_CATEGORY(lcApp, "delpek.app", QtInfoMsg)
