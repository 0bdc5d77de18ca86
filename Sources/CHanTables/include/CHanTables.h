// Generated character tables of HanText.
#pragma once
